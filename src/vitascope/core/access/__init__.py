"""Who is calling: every credential becomes an actor here, and nowhere else."""
