using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using System.Text;
using System.Text.Json.Nodes;

namespace ClientAndSimulator.Tests.Running;

/// <summary>Node's jose and the openssl command, with files in a folder of their own.</summary>
internal sealed class OtherTools : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("jose-");
    private int files;

    public static async Task<JsonNode> NodeAsync(string command, JsonObject input)
    {
        var modules = typeof(OtherTools)
            .Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(attribute => attribute.Key is "Jose")
            .Value!;
        var output = await RunAsync(
            "node",
            [Path.Combine(AppContext.BaseDirectory, "tokens.mjs"), modules, command],
            Encoding.UTF8.GetBytes(input.ToJsonString())
        );
        return JsonNode.Parse(output)!;
    }

    public string File(string text) => File(Encoding.ASCII.GetBytes(text));

    public string File(byte[] bytes)
    {
        var path = Path.Combine(folder.FullName, (++files).ToString(CultureInfo.InvariantCulture));
        System.IO.File.WriteAllBytes(path, bytes);
        return path;
    }

    /// <summary>Runs the command, whose {0}, {1} … are files, and returns what it writes.</summary>
    public Task<byte[]> OpensslAsync(string command, params object[] paths) =>
        RunAsync("openssl", string.Format(CultureInfo.InvariantCulture, command, paths).Split(' '), []);

    public void Dispose() => folder.Delete(recursive: true);

    private static async Task<byte[]> RunAsync(string program, string[] arguments, byte[] input)
    {
        using var process = Process.Start(
            new ProcessStartInfo(program, arguments)
            {
                UseShellExecute = false,
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            }
        )!;
        using var output = new MemoryStream();
        var reading = process.StandardOutput.BaseStream.CopyToAsync(output);
        var complaint = process.StandardError.ReadToEndAsync();
        await process.StandardInput.BaseStream.WriteAsync(input);
        process.StandardInput.Close();
        await Task.WhenAll(reading, process.WaitForExitAsync());
        process.ExitCode.ShouldBe(0, await complaint);
        return output.ToArray();
    }
}
