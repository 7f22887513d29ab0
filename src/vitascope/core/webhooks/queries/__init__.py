"""Queries of the webhooks area: endpoints, deliveries, attempts, and what is to be sent."""
