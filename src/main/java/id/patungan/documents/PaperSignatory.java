package id.patungan.documents;

import org.jspecify.annotations.Nullable;

/**
 * Who signs a paper of a certain day.
 *
 * @param head the head of the body, or else its treasurer
 * @param position as printed above the name
 * @param number of a civil servant; null for others
 */
public record PaperSignatory(boolean head, String position, String name, @Nullable String number) {}
