package id.patungan.statements;

import java.time.Instant;

/**
 * When and by whom a rendering was made. It is no part of the statement's data: the same statement
 * printed twice has the same digest.
 */
public record Made(Instant at, String by) {}
