package io.medallion.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Set;
import java.util.stream.Stream;

/** What a caller can see of a class, supertypes and type arguments included, comes from the named packages. */
final class ExposeOnly extends ArchCondition<JavaClass> {

    private final DescribedPredicate<JavaClass> allowed;

    private ExposeOnly(String... packages) {
        super("expose only types of %s", String.join(", ", packages));
        this.allowed = JavaClass.Predicates.resideInAnyPackage(packages);
    }

    static ArchCondition<JavaClass> typesOf(String... packages) {
        return new ExposeOnly(packages);
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
        if (!isVisible(type)) {
            return;
        }
        Stream.concat(type.getSuperclass().stream(), type.getInterfaces().stream())
                .forEach(supertype -> check(type.getFullName(), Stream.of(supertype), events));
        type.getMembers().stream()
                .filter(ExposeOnly::isVisible)
                .forEach(member -> check(member.getFullName(), typesOf(member), events));
    }

    private void check(String place, Stream<? extends JavaType> exposed, ConditionEvents events) {
        exposed.flatMap(type -> type.getAllInvolvedRawTypes().stream())
                .map(JavaClass::getBaseComponentType)
                .distinct()
                .filter(raw -> !raw.isPrimitive() && !allowed.test(raw))
                .forEach(raw ->
                        events.add(SimpleConditionEvent.violated(raw, place + " shows its callers " + raw.getName())));
    }

    private static Stream<? extends JavaType> typesOf(JavaMember member) {
        if (member instanceof JavaField field) {
            return Stream.of(field.getType());
        }
        JavaCodeUnit unit = (JavaCodeUnit) member;
        return Stream.of(Stream.of(unit.getReturnType()), unit.getParameterTypes().stream(), thrownBy(unit))
                .flatMap(types -> types);
    }

    private static Stream<JavaClass> thrownBy(JavaCodeUnit unit) {
        return unit.getThrowsClause().getTypes().stream();
    }

    private static boolean isVisible(JavaClass type) {
        return type.getModifiers().contains(JavaModifier.PUBLIC)
                && type.getEnclosingClass().map(ExposeOnly::isVisible).orElse(true);
    }

    private static boolean isVisible(JavaMember member) {
        Set<JavaModifier> modifiers = member.getModifiers();
        return (modifiers.contains(JavaModifier.PUBLIC) || modifiers.contains(JavaModifier.PROTECTED))
                && !modifiers.contains(JavaModifier.SYNTHETIC);
    }
}
