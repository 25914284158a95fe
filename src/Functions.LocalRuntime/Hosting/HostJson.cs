using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace LocalFunctions.Hosting;

/// <summary>
/// host.json of the app's folder. A setting <c>AzureFunctionsJobHost__extensions__…</c> overrides a value, as in the host.
/// </summary>
internal sealed class HostJson(IConfiguration file, IConfiguration settings)
{
    public string RoutePrefix => this["extensions:http:routePrefix"] ?? "api";

    private string? this[string key] => settings[$"AzureFunctionsJobHost:{key}"] ?? file[key];

    public static HostJson Load(string appFolder, IConfiguration settings) =>
        new(new ConfigurationBuilder().AddJsonFile(Path.Combine(appFolder, "host.json"), optional: true).Build(), settings);

    public int QueueNumber(string name, int otherwise) =>
        this[$"extensions:queues:{name}"] is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : otherwise;

    public TimeSpan QueueTime(string name, TimeSpan otherwise) =>
        this[$"extensions:queues:{name}"] is { } text ? TimeSpan.Parse(text, CultureInfo.InvariantCulture) : otherwise;

    public string? QueueText(string name) => this[$"extensions:queues:{name}"];
}
