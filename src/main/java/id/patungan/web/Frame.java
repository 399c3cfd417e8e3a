package id.patungan.web;

import id.patungan.platform.Access;
import id.patungan.platform.Action;
import id.patungan.platform.BodyDirectory.BodyEntry;
import id.patungan.platform.Viewer;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.util.UriComponentsBuilder;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/** What the layout shows around every page; {@code @frame} in templates. */
@Component("frame")
class Frame {

    private static final Logger LOG = LoggerFactory.getLogger(Frame.class);

    /**
     * The pages of a body, in the order of the menu; the last part of the key is the page's name.
     */
    private static final List<Entry> ENTRIES =
            List.of(
                    new Entry("home", "", Frame::anyone),
                    new Entry("journal", "/journal", Frame::books),
                    new Entry("drafts", "/drafts", Frame::books),
                    new Entry("regions", "/regions", Frame::parties),
                    new Entry("assessments", "/assessments", Frame::parties),
                    new Entry("stages", "/stages", Frame::parties),
                    new Entry("lab", "/lab/papers", Frame::parties),
                    new Entry("receipts", "/receipts", Frame::parties),
                    new Entry("payment-lines", "/payment-lines", Frame::parties),
                    new Entry("in-kind", "/in-kind", Frame::parties),
                    new Entry("awards", "/awards", Frame::anyone),
                    new Entry("budgets", "/budgets", Frame::funds),
                    new Entry("papers", "/papers", Frame::parties),
                    new Entry("ageing", "/ageing", Frame::parties),
                    new Entry("disputes", "/disputes", Frame::parties),
                    new Entry("reminders", "/reminders", Frame::parties),
                    new Entry("rules", "/rules", Frame::parties),
                    new Entry("entry-exit", "/entry-exit", Frame::books),
                    new Entry("funds", "/funds", Frame::funds),
                    new Entry("trial-balance", "/trial-balance", Frame::books),
                    new Entry("sustainability", "/sustainability", Frame::books),
                    new Entry("forecast", "/forecast", Frame::books),
                    new Entry("scenarios", "/scenarios", Frame::books),
                    new Entry("accounts", "/accounts", Frame::books),
                    new Entry("periods", "/periods", Frame::books),
                    new Entry("members", "/members", Frame::anyone),
                    new Entry("parties", "/parties", Frame::books),
                    new Entry("agreements", "/agreements", Frame::anyone),
                    new Entry("indicators", "/indicators", Frame::anyone),
                    new Entry("holidays", "/holidays", Frame::parties),
                    new Entry("exchange-rates", "/exchange-rates", Frame::books),
                    new Entry("signatories", "/signatories", Frame::books),
                    new Entry("payment-accounts", "/payment-accounts", Frame::books),
                    new Entry("checks", "/checks", Frame::books),
                    new Entry("audit", "/audit", Frame::books),
                    new Entry("settings", "/settings", Frame::books));

    private final CurrentViewer current;

    Frame(CurrentViewer current) {
        this.current = current;
    }

    /** The frame of the request at hand; the bare one for strangers and when all else fails. */
    public View current() {
        var language = LocaleContextHolder.getLocale().getLanguage();
        if (!(RequestContextHolder.getRequestAttributes()
                instanceof ServletRequestAttributes web)) {
            return View.bare(language, "/");
        }
        var request = web.getRequest();
        var address = address(request);
        try {
            return current.find(request)
                    .map(viewer -> view(request, viewer, language, address))
                    .orElseGet(() -> View.bare(language, address));
        } catch (RuntimeException failure) {
            LOG.error("The frame could not be filled", failure);
            return View.bare(language, address);
        }
    }

    private View view(HttpServletRequest request, Viewer viewer, String language, String address) {
        var bodies = current.bodiesOf(viewer);
        var body = current.body(request).orElse(bodies.size() == 1 ? bodies.getFirst() : null);
        var links = new ArrayList<Link>();
        if (body == null) {
            links.add(new Link("home", "/home"));
        } else {
            var access = new Access(viewer, body.id());
            for (var entry : ENTRIES) {
                if (entry.seenBy().test(access)) {
                    links.add(new Link(entry.key(), "/bodies/" + body.code() + entry.path()));
                }
            }
        }
        if (viewer.administers()) {
            links.add(new Link("people", "/people"));
        }
        var search =
                links.stream()
                        .filter(link -> link.key().equals("journal"))
                        .map(Link::address)
                        .findFirst()
                        .orElse(null);
        return new View(language, address, viewer, body, bodies, links, search);
    }

    private static boolean anyone(Access access) {
        return access.may(Action.READ_OWN);
    }

    private static boolean books(Access access) {
        return access.may(Action.READ_BOOKS);
    }

    /** Whoever reads the affairs of parties, be it one. */
    private static boolean parties(Access access) {
        return access.reach().everything() || !access.reach().parties().isEmpty();
    }

    /** Whoever reads funds, be it one. */
    private static boolean funds(Access access) {
        return access.reach().everything() || !access.reach().funds().isEmpty();
    }

    /** Path and query as asked for, also on an error page. */
    private static String address(HttpServletRequest request) {
        var failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        var forwarded = request.getAttribute(RequestDispatcher.FORWARD_REQUEST_URI);
        if (failed instanceof String original) {
            return original;
        }
        if (forwarded instanceof String original) {
            return original;
        }
        var query = request.getQueryString();
        return query == null ? request.getRequestURI() : request.getRequestURI() + "?" + query;
    }

    /** A page of a body, for those to whom it has something to show. */
    private record Entry(String key, String path, Predicate<Access> seenBy) {}

    /** A line of the menu; {@code nav.<key>} names it. */
    record Link(String key, String address) {}

    /**
     * What the layout shows.
     *
     * @param address of this page, with its query
     * @param body the body whose page this is, or the viewer's only one
     * @param search where to look something up; null if the viewer may not
     */
    record View(
            String language,
            String address,
            @Nullable Viewer viewer,
            @Nullable BodyEntry body,
            List<BodyEntry> bodies,
            List<Link> links,
            @Nullable String search) {

        static View bare(String language, String address) {
            return new View(language, address, null, null, List.of(), List.of(), null);
        }

        /** This page, with its query, in that language. */
        public String in(String wanted) {
            try {
                return UriComponentsBuilder.fromUriString(address)
                        .replaceQueryParam("lang", wanted.toLowerCase(Locale.ROOT))
                        .build()
                        .toUriString();
            } catch (IllegalArgumentException unreadable) {
                return "?lang=" + wanted;
            }
        }
    }
}
