/**
 * Questions in words become semantic queries, or a question back.
 *
 * <p>Start at {@link io.medallion.question.QuestionTranslator}.
 */
@NullMarked
package io.medallion.question;

import org.jspecify.annotations.NullMarked;
