package org.springframework.boot;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;

/** As much of Spring as a project uses, to try its server where Spring can't be had. */
public final class SpringApplication {
    private static final ObjectMapper JSON =
            new ObjectMapper().configure(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, false);
    private final Map<Class<?>, Object> beans = new HashMap<>();
    private final List<Method> methods = new ArrayList<>();

    public static void run(Class<?> main, String... arguments) {
        try {
            new SpringApplication().start(main, Integer.parseInt(System.getenv("PORT")));
        } catch (Exception error) {
            throw new IllegalStateException(error);
        }
    }

    private void start(Class<?> main, int port) throws Exception {
        Map<String, String> settings = new HashMap<>();
        for (String line : Files.readAllLines(Path.of(".env"))) {
            if (!line.startsWith("#") && line.contains("=")) {
                settings.put(line.substring(0, line.indexOf('=')), line.substring(line.indexOf('=') + 1));
            }
        }
        beans.put(Environment.class, (Environment) settings::getOrDefault);
        Path folder = Path.of(main.getProtectionDomain().getCodeSource().getLocation().toURI());
        try (Stream<Path> files = Files.list(folder.resolve(main.getPackageName()))) {
            for (Path file : (Iterable<Path>) files::iterator) {
                String name = file.getFileName().toString();
                if (name.endsWith(".class")) {
                    Class<?> type = Class.forName(main.getPackageName() + "." + name.replace(".class", ""));
                    if (type.isAnnotationPresent(Component.class) || type.isAnnotationPresent(Controller.class)) {
                        bean(type);
                        methods.addAll(List.of(type.getDeclaredMethods()));
                    }
                }
            }
        }
        HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", port), 0);
        server.setExecutor(Executors.newFixedThreadPool(8));
        server.createContext("/", this::answer);
        server.start();
    }

    private Object bean(Class<?> type) throws ReflectiveOperationException {
        if (!beans.containsKey(type)) {
            Constructor<?> constructor = type.getDeclaredConstructors()[0];
            constructor.setAccessible(true);
            Object[] given = new Object[constructor.getParameterCount()];
            for (int at = 0; at < given.length; at++) {
                given[at] = bean(constructor.getParameterTypes()[at]);
            }
            beans.put(type, constructor.newInstance(given));
        }
        return beans.get(type);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            String path = exchange.getRequestURI().getPath();
            for (Method method : methods) {
                if (isFor(method, exchange.getRequestMethod(), path)) {
                    say(exchange, called(method, exchange, body));
                    return;
                }
            }
            page(exchange, path.equals("/") ? "/index.html" : path);
        } catch (Exception error) {
            error.printStackTrace();
            throw new IOException(error);
        }
    }

    private static boolean isFor(Method method, String verb, String path) {
        GetMapping get = method.getAnnotation(GetMapping.class);
        PostMapping post = method.getAnnotation(PostMapping.class);
        String mapped = verb.equals("GET") && get != null ? get.value()
                : verb.equals("POST") && post != null ? post.value() : "";
        return path.matches(mapped.replaceAll("\\{\\w+}", "[^/]+"));
    }

    private Object called(Method method, HttpExchange exchange, byte[] body) throws Exception {
        Object[] given = new Object[method.getParameterCount()];
        for (int at = 0; at < given.length; at++) {
            given[at] = given(method.getParameters()[at], exchange, body);
        }
        method.setAccessible(true);
        try {
            return method.invoke(beans.get(method.getDeclaringClass()), given);
        } catch (InvocationTargetException error) {
            for (Method handler : methods) {
                ExceptionHandler handles = handler.getAnnotation(ExceptionHandler.class);
                if (handles != null && handles.value().isInstance(error.getCause())) {
                    handler.setAccessible(true);
                    return handler.invoke(beans.get(handler.getDeclaringClass()), error.getCause());
                }
            }
            throw error;
        }
    }

    private static Object given(Parameter parameter, HttpExchange exchange, byte[] body) throws IOException {
        if (parameter.isAnnotationPresent(RequestBody.class)) {
            return parameter.getType() == byte[].class ? body : JSON.readValue(body, parameter.getType());
        }
        if (parameter.getType() == HttpHeaders.class) {
            return new HttpHeaders(exchange.getRequestHeaders());
        }
        RequestHeader header = parameter.getAnnotation(RequestHeader.class);
        String found = exchange.getRequestHeaders().getFirst(header.name());
        return found == null ? header.defaultValue() : found;
    }

    private static void say(HttpExchange exchange, Object answer) throws IOException {
        if (answer instanceof String text) {
            page(exchange, text.replace("forward:", ""));
            return;
        }
        ResponseEntity<?> said = (ResponseEntity<?>) answer;
        byte[] body = said.body() == null ? new byte[0] : JSON.writeValueAsBytes(said.body());
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(said.status(), body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }

    private static void page(HttpExchange exchange, String path) throws IOException {
        try (InputStream file = SpringApplication.class.getResourceAsStream("/static" + path)) {
            if (file == null) {
                exchange.sendResponseHeaders(404, -1);
                return;
            }
            String type = path.endsWith(".js") ? "text/javascript" : path.endsWith(".css") ? "text/css" : "text/html";
            exchange.getResponseHeaders().set("Content-Type", type + "; charset=utf-8");
            byte[] body = file.readAllBytes();
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }
}
