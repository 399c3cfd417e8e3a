package id.patungan.platform;

import id.patungan.basics.DomainException;

/** A wish about people or their permissions that was refused. */
public final class PersonException extends DomainException {

    private static final long serialVersionUID = 1L;

    private PersonException(Kind kind, String code, String message, Object... arguments) {
        super(kind, code, message, arguments);
    }

    static PersonException badHandle(String handle) {
        return new PersonException(
                Kind.REFUSED,
                "person.bad-handle",
                "'"
                        + handle
                        + "' cannot be a sign-in name; use 2 to 64 of a-z 0-9 . - and begin with a letter",
                handle);
    }

    static PersonException badName() {
        return new PersonException(
                Kind.REFUSED, "person.bad-name", "A person needs a name of 1 to 200 characters");
    }

    static PersonException handleTaken(String handle) {
        return new PersonException(
                Kind.CONFLICT,
                "person.handle-taken",
                "The sign-in name '" + handle + "' is taken; choose another",
                handle);
    }

    static PersonException unknown(String handle) {
        return new PersonException(
                Kind.NOT_FOUND, "person.unknown", "There is no person '" + handle + "'", handle);
    }

    static PersonException unknownGrant() {
        return new PersonException(
                Kind.NOT_FOUND, "person.unknown-permission", "There is no such permission");
    }

    static PersonException endsBeforeItBegins() {
        return new PersonException(
                Kind.REFUSED,
                "person.ends-before-it-begins",
                "A permission cannot end before it begins");
    }

    static PersonException lastAdministrator(String handle) {
        return new PersonException(
                Kind.REFUSED,
                "person.last-administrator",
                "'" + handle + "' is the last administrator; name another one first",
                handle);
    }

    static PersonException passwordTooShort(int least) {
        return new PersonException(
                Kind.REFUSED,
                "person.password-too-short",
                "A password needs at least " + least + " characters",
                least);
    }

    static PersonException passwordTooLong(int most) {
        return new PersonException(
                Kind.REFUSED,
                "person.password-too-long",
                "A password may have at most " + most + " characters",
                most);
    }

    static PersonException passwordTooEasy() {
        return new PersonException(
                Kind.REFUSED,
                "person.password-too-easy",
                "This password is among the first that anyone would try; choose another");
    }

    static PersonException wrongPassword() {
        return new PersonException(
                Kind.REFUSED, "person.wrong-password", "The present password is not right");
    }
}
