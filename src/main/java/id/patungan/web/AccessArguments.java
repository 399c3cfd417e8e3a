package id.patungan.web;

import id.patungan.platform.Access;
import id.patungan.platform.AccessException;
import id.patungan.platform.BodyDirectory.BodyEntry;
import id.patungan.platform.Viewer;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

import java.util.Set;

/**
 * Gives handlers their {@link Access}, {@link Viewer} and {@link BodyEntry}. A body in which the
 * viewer has no permission is not found, exactly like one that does not exist.
 */
class AccessArguments implements HandlerMethodArgumentResolver {

    static final Set<Class<?>> TYPES = Set.of(Access.class, Viewer.class, BodyEntry.class);

    private final CurrentViewer current;

    AccessArguments(CurrentViewer current) {
        this.current = current;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return TYPES.contains(parameter.getParameterType());
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest webRequest,
            @Nullable WebDataBinderFactory binders) {
        var request = webRequest.getNativeRequest(HttpServletRequest.class);
        if (request == null) {
            throw new IllegalStateException("Only HTTP requests have a viewer");
        }
        var type = parameter.getParameterType();
        if (type.equals(Viewer.class)) {
            return current.get(request);
        }
        if (type.equals(Access.class)) {
            return current.access(request);
        }
        return current.body(request).orElseThrow(AccessException::noSuchBody);
    }
}
