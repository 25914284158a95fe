using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;

namespace DevelopmentHosting.Apps;

/// <summary>Has an app's HTTP server listen on a free port of 127.0.0.1, whatever the worker's extension chose for the whole process.</summary>
internal static class FreePort
{
    public static void Choose(IConfigurationBuilder settings) =>
        settings.AddInMemoryCollection([new(WebHostDefaults.ServerUrlsKey, "http://127.0.0.1:0")]);
}
