package dev.tessera.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/// Jetty's side of the [Router]: writes replies, each with the headers that keep a browser from storing, framing,
/// guessing or
/// telling on a page.
final class SiteHandler extends Handler.Abstract {
    private static final String POLICY = "Content-Security-Policy";
    private static final String NO_SCRIPT =
            "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none';"
                    + " frame-ancestors 'none'";
    /// For pages that count a time down; none of them holds anything secret.
    private static final String OUR_SCRIPT = NO_SCRIPT + "; script-src 'self'";

    private static final Map<String, String> ALWAYS = Map.of(
            POLICY,
            NO_SCRIPT,
            "Cache-Control",
            "no-store",
            "Referrer-Policy",
            "no-referrer",
            "X-Content-Type-Options",
            "nosniff",
            "X-Frame-Options",
            "DENY",
            "Cross-Origin-Opener-Policy",
            "same-origin",
            "Cross-Origin-Resource-Policy",
            "same-origin",
            "Permissions-Policy",
            "camera=(), geolocation=(), microphone=()");

    private final Router router;
    private final Pages pages;
    private final Gate gate;
    private final Cookies cookies;

    SiteHandler(Router router, Pages pages, Gate gate, Cookies cookies) {
        this.router = router;
        this.pages = pages;
        this.gate = gate;
        this.cookies = cookies;
    }

    /// Everything that it answers to.
    List<Route<?>> routes() {
        return router.routes();
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws IOException {
        var routed = router.answer(request);
        var reply = routed.reply();
        prepare(response, reply.status());
        // For this name alone, and not for that of the person's own computer, where others serve without TLS.
        if (request.getConnectionMetaData().isSecure() && !Network.isHere(Request.getServerName(request))) {
            response.getHeaders().put("Strict-Transport-Security", "max-age=63072000");
        }
        if (reply.isCounting()) {
            response.getHeaders().put(POLICY, OUR_SCRIPT);
        }
        reply.headers().forEach(response.getHeaders()::put);
        if (routed.setCookie() && !(reply.body() instanceof Reply.Body.Asset)) {
            cookies.write(response, routed.token());
        }
        switch (reply.body()) {
            case Reply.Body.Page page ->
                write(
                        response,
                        "text/html;charset=utf-8",
                        pages.render(page, gate.formToken(routed.token())),
                        callback);
            case Reply.Body.Asset(var type, var text) -> write(response, type, text, callback);
            case Reply.Body.Place(var path) -> {
                response.getHeaders().put("Location", path);
                response.write(true, ByteBuffer.allocate(0), callback);
            }
        }
        return true;
    }

    /// What Jetty itself has to say: broken requests, and faults of ours. No page of Jetty's, no stack trace.
    static Request.Handler errors() {
        return (_, response, callback) -> {
            prepare(response, response.getStatus());
            write(response, "text/plain;charset=utf-8", "This request could not be answered.\n", callback);
            return true;
        };
    }

    private static void prepare(Response response, int status) {
        response.setStatus(status);
        ALWAYS.forEach(response.getHeaders()::put);
    }

    private static void write(Response response, String type, String text, Callback callback) {
        response.getHeaders().put("Content-Type", type);
        response.write(true, ByteBuffer.wrap(text.getBytes(UTF_8)), callback);
    }
}
