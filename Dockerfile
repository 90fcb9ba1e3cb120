# dalil with its own Postgres inside; with DATABASE_URL it uses yours (compose.yaml brings both).
FROM node:24-slim AS build
WORKDIR /dalil
COPY package.json package-lock.json ./
RUN npm ci --omit=dev --ignore-scripts
COPY build.mjs LICENSE ./
COPY bin bin
COPY bench bench
COPY data data
COPY migrations migrations
COPY src src
RUN node build.mjs

FROM node:24-slim
WORKDIR /dalil
COPY --from=build --chown=root:root /dalil /dalil
# Postgres refuses to run as root, and so should everything else
RUN mkdir -p /var/lib/dalil && chown node:node /var/lib/dalil
USER node
ENV DALIL_HOME=/var/lib/dalil
VOLUME /var/lib/dalil
STOPSIGNAL SIGTERM
ENTRYPOINT ["node", "bin/dalil.mjs"]
CMD ["start"]
