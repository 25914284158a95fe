using System.Diagnostics;

namespace PaymentGateway.Http.Contract;

/// <summary>The files of this folder, which are part of the program.</summary>
internal static class ContractFiles
{
    /// <summary>A file, byte by byte.</summary>
    public static byte[] Bytes(string name)
    {
        using var stream =
            typeof(ContractFiles).Assembly.GetManifestResourceStream(typeof(ContractFiles), name)
            ?? throw new UnreachableException($"The project file embeds {name}.");
        var content = new byte[stream.Length];
        stream.ReadExactly(content);
        return content;
    }
}
