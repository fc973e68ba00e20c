package jp.kenpo.portal.platform;

import java.util.Locale;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.internal.helper.DatabaseField;
import org.eclipse.persistence.mappings.DatabaseMapping;
import org.eclipse.persistence.sessions.Session;

/**
 * Lets the field {@code senderAddress} be found in the column {@code sender_address}.
 *
 * <p>EclipseLink would look for {@code SENDERADDRESS}. A name that {@code @Column} gives stays as it is.
 */
final class ColumnNames {

    private ColumnNames() {}

    static void give(Session session) {
        for (ClassDescriptor descriptor : session.getDescriptors().values()) {
            descriptor.getMappings().forEach(mapping -> rename(descriptor, mapping));
        }
    }

    private static void rename(ClassDescriptor descriptor, DatabaseMapping mapping) {
        String attribute = mapping.getAttributeName();
        DatabaseField field = mapping.getField();
        if (field == null || !field.getName().equalsIgnoreCase(attribute)) {
            return;
        }
        field.setName(column(attribute));
        // A key knows its columns a second time.
        descriptor.getPrimaryKeyFields().stream()
                .filter(key -> key.getName().equalsIgnoreCase(attribute))
                .forEach(key -> key.setName(column(attribute)));
    }

    static String column(String attribute) {
        return attribute.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
    }
}
