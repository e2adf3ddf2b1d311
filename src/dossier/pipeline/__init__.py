"""Where the rooms meet the world: projects on disk, jobs, processes, clock and environment."""
