using System.Text;
using EndToEnd.Tests.Worlds;

namespace EndToEnd.Tests.Security.Leaks;

/// <summary>
/// What went by and is kept nowhere: answers that shops got, telemetry that apps sent, messages that were put on queues. It is written to a file as it comes, and searched at the end of the run, when all secrets are known.
/// </summary>
internal static class Recorded
{
    private static readonly string Path = System.IO.Path.Combine(
        System.IO.Path.GetTempPath(),
        $"e2e-{Environment.ProcessId}-recorded.bin"
    );
    private static readonly Lock Gate = new();
    private static BinaryWriter? writer;

    public static void Add(string place, Answer answer) =>
        Add(place, string.Join('\n', [.. answer.Headers.Select(header => $"{header.Key}: {header.Value}"), answer.Body]));

    public static void Add(string place, string text) => Add(place, Encoding.UTF8.GetBytes(text));

    public static void Add(string place, byte[] bytes)
    {
        lock (Gate)
        {
            writer ??= new BinaryWriter(
                File.Open(Path, FileMode.Create, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete)
            );
            writer.Write(place);
            writer.Write(bytes.Length);
            writer.Write(bytes);
        }
    }

    /// <summary>Where what is recorded from now on will begin.</summary>
    public static long Now
    {
        get
        {
            lock (Gate)
            {
                writer?.Flush();
                return writer?.BaseStream.Position ?? 0;
            }
        }
    }

    /// <summary>All that was recorded until now.</summary>
    /// <param name="from">Where to begin.</param>
    public static IEnumerable<Content> Read(long from = 0)
    {
        var end = Now;
        if (end == 0)
            yield break;

        using var reader = new BinaryReader(File.Open(Path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
        reader.BaseStream.Position = from;
        while (reader.BaseStream.Position < end)
        {
            var place = reader.ReadString();
            yield return new Content(place, reader.ReadBytes(reader.ReadInt32()));
        }
    }

    /// <summary>Removes the file.</summary>
    public static void Forget()
    {
        lock (Gate)
        {
            writer?.Dispose();
            writer = null;
            File.Delete(Path);
        }
    }
}
