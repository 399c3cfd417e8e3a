package id.patungan.platform;

/** The internal number of a person; elsewhere people are known by their handle. */
record PersonId(int value) {}
