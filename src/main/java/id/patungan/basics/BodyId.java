package id.patungan.basics;

/** The internal number of a joint body, which is also the number of its book. */
public record BodyId(int value) {}
