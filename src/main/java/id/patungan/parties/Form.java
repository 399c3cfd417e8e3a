package id.patungan.parties;

import id.patungan.basics.DomainException;
import id.patungan.platform.FormErrors;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.ui.Model;

import java.util.Map;
import java.util.function.Function;

/** A form as it was sent; notes everything that is wrong with it before anything is said. */
final class Form {

    private final Map<String, String> sent;
    private final FormErrors errors = new FormErrors();

    Form(Map<String, String> sent) {
        this.sent = Map.copyOf(sent);
    }

    String text(PartyField field) {
        return sent.getOrDefault(field.id(), "");
    }

    /** A box that is ticked. */
    boolean ticked(PartyField field) {
        return sent.containsKey(field.id());
    }

    /** Notes each of these fields that is empty. */
    Form needs(PartyField... fields) {
        for (var field : fields) {
            if (text(field).isBlank()) {
                errors.add(field.id(), PartiesException.missing(field));
            }
        }
        return this;
    }

    /** Notes a field that is filled in and cannot be read. */
    Form reads(PartyField field, Function<String, ?> reader) {
        if (!text(field).isBlank()) {
            errors.read(field.id(), () -> String.valueOf(reader.apply(text(field))));
        }
        return this;
    }

    /** Notes each of these fields that holds something else than a date. */
    Form dates(PartyField... fields) {
        for (var field : fields) {
            reads(field, text -> Words.date(field, text));
        }
        return this;
    }

    Period period() {
        return new Period(
                Words.date(PartyField.FROM, text(PartyField.FROM)),
                Words.dateOrNull(PartyField.UNTIL, text(PartyField.UNTIL)));
    }

    Contact contact() {
        return new Contact(
                text(PartyField.ADDRESSEE),
                text(PartyField.ADDRESS),
                text(PartyField.EMAIL),
                text(PartyField.NOTE));
    }

    /** Does the work if nothing is wrong so far; whether it was done. */
    boolean done(Runnable work) {
        if (errors.any()) {
            return false;
        }
        try {
            work.run();
            return true;
        } catch (PartiesException refused) {
            var field = refused.field();
            errors.add(field == null ? null : field.id(), refused);
        } catch (DomainException refused) {
            errors.add(null, refused);
        }
        return false;
    }

    /** Shows the form again with everything that was typed. */
    String again(String view, Model model, HttpServletResponse response) {
        model.addAttribute("form", sent);
        return errors.again(view, model, response);
    }
}
