using System.Security.Cryptography;
using System.Text;

namespace Sandbox.Files;

/// <summary>What belongs to the sandbox on one port, below <c>.sandbox/{port of the app}</c>: logs, process ids, and what is kept between runs.</summary>
public sealed class RunFolder
{
    private const int DataKeyBytes = 32;

    private RunFolder(string path) => Path = path;

    /// <summary>The folder's full path.</summary>
    public string Path { get; }

    /// <summary>Path of the record of what was started.</summary>
    public string Processes => In("processes.txt");

    /// <summary>Azurite's data, kept.</summary>
    public string Storage => In("kept", "storage");

    /// <summary>The gateway's record, kept.</summary>
    public string Gateway => In("kept", "gateway.json");

    /// <summary>Opens the folder, and makes it where it is missing.</summary>
    /// <exception cref="IOException">It cannot be written.</exception>
    internal static RunFolder Open(string path)
    {
        var folder = new RunFolder(path);
        PrivateFile.CreateFolder(path);
        PrivateFile.CreateFolder(folder.In("logs"));
        // A folder that is there says nothing about whether it may be written.
        PrivateFile.Write(folder.In("writable"), []);
        File.Delete(folder.In("writable"));
        return folder;
    }

    internal static RunFolder At(string path) => new(path);

    /// <summary>Path of a program's log.</summary>
    public string Log(string program) => In("logs", $"{program}.log");

    /// <summary>Makes the folders for what is kept.</summary>
    internal void PrepareToKeep()
    {
        PrivateFile.CreateFolder(In("kept"));
        PrivateFile.CreateFolder(Storage);
    }

    /// <summary>The key that seals bank accounts in the ledger: kept with it, or made for this run.</summary>
    internal string DataKey(bool kept)
    {
        var path = In("kept", "ledger-data-key");
        if (kept && File.Exists(path))
            return File.ReadAllText(path);
        var key = Convert.ToBase64String(RandomNumberGenerator.GetBytes(DataKeyBytes));
        if (kept)
            PrivateFile.Write(path, Encoding.ASCII.GetBytes(key));
        return key;
    }

    private string In(params ReadOnlySpan<string> names) => System.IO.Path.Combine([Path, .. names]);
}
