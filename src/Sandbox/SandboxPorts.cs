using System.Globalization;

namespace Sandbox;

/// <summary>The ports on 127.0.0.1 that the sandbox listens on.</summary>
public sealed record SandboxPorts
{
    private const int LargestBase = 65_500;

    /// <summary>The app, http.</summary>
    public int App { get; init; } = 7071;

    /// <summary>The simulator of 2C2P's gateway, http.</summary>
    public int Simulator { get; init; } = 7080;

    /// <summary>The Key Vault emulator, https.</summary>
    public int Vault { get; init; } = 7090;

    /// <summary>The emulator's identity endpoint, http.</summary>
    public int Identity { get; init; } = 7091;

    /// <summary>Azurite's blobs.</summary>
    public int Blob { get; init; } = 10000;

    /// <summary>Azurite's queues.</summary>
    public int Queue { get; init; } = 10001;

    /// <summary>Azurite's tables.</summary>
    public int Table { get; init; } = 10002;

    /// <summary>
    /// All ports counted from one, with the distances of the defaults where those are near: app N, simulator N+9, Key Vault N+19 and
    /// N+20, Azurite N+29 to N+31. Null: N is not 1024 to 65500.
    /// </summary>
    public static SandboxPorts? FromBase(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var n) && n is >= 1024 and <= LargestBase
            ? new SandboxPorts
            {
                App = n,
                Simulator = n + 9,
                Vault = n + 19,
                Identity = n + 20,
                Blob = n + 29,
                Queue = n + 30,
                Table = n + 31,
            }
            : null;
}
