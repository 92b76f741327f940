"""Turns the bytes of a resource into fragments that can be searched, each with its carrier and place."""
