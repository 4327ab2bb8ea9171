"""Archives: files that hold other files, each of which is read in whatever form it has."""
