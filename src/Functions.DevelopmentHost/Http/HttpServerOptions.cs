using DevelopmentHosting.Settings;

namespace DevelopmentHosting.Http;

/// <summary>Where callers and the worker are.</summary>
/// <param name="Url">Where to listen.</param>
/// <param name="Worker">Where the worker listens.</param>
/// <param name="CorsOrigins">The origins that the platform would allow.</param>
/// <param name="Settings">The host's settings.</param>
internal sealed record HttpServerOptions(string Url, Uri Worker, IReadOnlyCollection<string> CorsOrigins, HostSettings Settings);
