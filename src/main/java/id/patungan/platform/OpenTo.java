package id.patungan.platform;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a handler that changes something and takes requests of people who may do no more in the
 * body than this one action. Every other changing handler refuses them before it reads what was
 * sent; this one asks itself, and so does its service.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface OpenTo {

    /** The action that is enough to be heard. */
    Action value();
}
