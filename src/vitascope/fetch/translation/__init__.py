"""Those who translate: servers that are asked by HTTP, and a program beside this one."""
