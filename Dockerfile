# The production image: Next's standalone server and its files, nothing else.
FROM node:22-bookworm-slim AS build
WORKDIR /src
COPY . .
RUN npm ci && npm run build
# The command `ledger` of compose.yaml runs in this stage: a volume that it mounts first begins with this owner.
RUN mkdir /checkpoints && chown node:node /checkpoints

FROM node:22-bookworm-slim
WORKDIR /app
ENV NODE_ENV=production NEXT_TELEMETRY_DISABLED=1 NEXT_MANUAL_SIG_HANDLE=true HOSTNAME=0.0.0.0 PORT=3000
COPY --from=build --chown=node:node /src/.next/standalone ./
# A volume that is mounted here begins with this owner.
RUN mkdir /data /checkpoints && chown node:node /data /checkpoints
USER node
EXPOSE 3000
HEALTHCHECK --interval=15s --timeout=3s --start-period=20s \
  CMD ["node", "-e", "fetch('http://localhost:3000/api/health').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "server.js"]
