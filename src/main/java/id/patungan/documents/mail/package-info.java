/**
 * Issued papers by e-mail, through an outbox in the database. Start at {@link
 * id.patungan.documents.mail.Outbox}. A mail server that is down delays papers and loses none; a
 * sending that was cut off is never repeated by itself.
 */
@NamedInterface("mail")
@NullMarked
package id.patungan.documents.mail;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
