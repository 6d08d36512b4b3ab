package org.springframework.core.env;

public interface Environment {
    String getProperty(String name, String otherwise);

    default String getRequiredProperty(String name) {
        String found = getProperty(name, null);
        if (found == null) {
            throw new IllegalStateException(name);
        }
        return found;
    }
}
