package id.patungan.web;

import id.patungan.platform.Access;
import id.patungan.platform.AccessException;
import id.patungan.platform.BodyDirectory;
import id.patungan.platform.BodyDirectory.BodyEntry;
import id.patungan.platform.People;
import id.patungan.platform.Viewer;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerMapping;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Who makes the request, with the permissions of this moment: a session holds no more than the
 * handle, so that a permission taken away is gone with the next click.
 */
@Component
class CurrentViewer {

    private static final String VIEWER = CurrentViewer.class.getName() + ".viewer";
    private static final String BODY = CurrentViewer.class.getName() + ".body";

    private final People people;
    private final BodyDirectory bodies;

    CurrentViewer(People people, BodyDirectory bodies) {
        this.people = people;
        this.bodies = bodies;
    }

    /** Empty if nobody has signed in, or if the person has been deactivated since. */
    Optional<Viewer> find(HttpServletRequest request) {
        if (request.getAttribute(VIEWER) instanceof Viewer viewer) {
            return Optional.of(viewer);
        }
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication == null
                || !authentication.isAuthenticated()
                || authentication instanceof AnonymousAuthenticationToken) {
            return Optional.empty();
        }
        var viewer = people.viewer(authentication.getName());
        viewer.ifPresent(found -> request.setAttribute(VIEWER, found));
        return viewer;
    }

    /** For handlers that the security chain has let through. */
    Viewer get(HttpServletRequest request) {
        return find(request).orElseThrow(AccessException::noSuchBody);
    }

    /** The body named in the address, if it has one and the viewer may know of it. */
    Optional<BodyEntry> body(HttpServletRequest request) {
        if (request.getAttribute(BODY) instanceof BodyEntry body) {
            return Optional.of(body);
        }
        var viewer = find(request);
        var body =
                viewer.flatMap(known -> bodyCode(request))
                        .flatMap(bodies::byCode)
                        .filter(found -> viewer.orElseThrow().knows(found.id()));
        body.ifPresent(found -> request.setAttribute(BODY, found));
        return body;
    }

    /**
     * The viewer's access to the body named in the address.
     *
     * @throws AccessException not found, if there is no such body or no permission there
     */
    Access access(HttpServletRequest request) {
        var body = body(request).orElseThrow(AccessException::noSuchBody);
        return new Access(get(request), body.id());
    }

    /** The bodies in which the viewer has a permission. */
    List<BodyEntry> bodiesOf(Viewer viewer) {
        return bodies.all().stream().filter(body -> viewer.knows(body.id())).toList();
    }

    private static Optional<String> bodyCode(HttpServletRequest request) {
        return request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE)
                                instanceof Map<?, ?> variables
                        && variables.get("body") instanceof String code
                ? Optional.of(code)
                : Optional.empty();
    }
}
