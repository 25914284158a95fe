using System.Diagnostics;
using System.Globalization;
using System.Net;
using Documentation.Tests.Reading;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace Documentation.Tests.Samples;

/// <summary>As much of a web server with CGI (RFC 3875) as a receiver of webhooks needs.</summary>
internal sealed class CgiServer(WebApplication app) : IAsyncDisposable
{
    public static async Task<CgiServer> StartAsync(
        int port,
        string[] command,
        IReadOnlyDictionary<string, string> environment,
        Action<string> onError
    )
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, port));
        var app = builder.Build();
        app.Run(context => RunAsync(context, command, environment, onError));
        await app.StartAsync();
        return new(app);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private static async Task RunAsync(
        HttpContext context,
        string[] command,
        IReadOnlyDictionary<string, string> environment,
        Action<string> onError
    )
    {
        var start = new ProcessStartInfo(command[0], command[1..])
        {
            WorkingDirectory = Documents.Root,
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        start.Environment["REQUEST_METHOD"] = context.Request.Method;
        start.Environment["CONTENT_LENGTH"] = context.Request.ContentLength?.ToString(CultureInfo.InvariantCulture) ?? "0";
        foreach (var (name, value) in context.Request.Headers)
            start.Environment[$"HTTP_{name.ToUpperInvariant().Replace('-', '_')}"] = value.ToString();

        using var process = Process.Start(start)!;
        process.ErrorDataReceived += (_, line) =>
        {
            if (line.Data is not null)
                onError(line.Data);
        };
        process.BeginErrorReadLine();
        await context.Request.Body.CopyToAsync(process.StandardInput.BaseStream);
        process.StandardInput.Close();
        var answer = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        context.Response.StatusCode = int.Parse(answer["Status: ".Length..].Split(' ')[0], CultureInfo.InvariantCulture);
    }
}
