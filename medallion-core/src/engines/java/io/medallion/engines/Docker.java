package io.medallion.engines;

import org.testcontainers.DockerClientFactory;

/** Whether containers can be had. */
final class Docker {

    private static final boolean ANSWERS = DockerClientFactory.instance().isDockerAvailable();

    private Docker() {}

    /** Asked once per process: it takes up to a few seconds to find that there is none. */
    static boolean answers() {
        return ANSWERS;
    }
}
