using System.ComponentModel;
using Spectre.Console;
using Spectre.Console.Cli;
using TwoC2P;

namespace Operator.Doctor;

/// <summary>For whom to make a key pair, and where.</summary>
internal sealed class NewKeySettings : CommandSettings
{
    /// <summary>2C2P's merchant id.</summary>
    [CommandOption("-m|--merchant <ID>", isRequired: true)]
    [Description("2C2P's merchant id")]
    public string Merchant { get; init; } = "";

    /// <summary>Where the private key is written; only its owner may read the file.</summary>
    [CommandOption("-f|--folder <FOLDER>")]
    [Description("Where the private key is written, readable for you alone")]
    public string Folder { get; init; } = ".";

    /// <summary>The private key's file.</summary>
    public string PrivateKey => Path.GetFullPath(Path.Combine(Folder, $"{Merchant}-jose-key.pem"));

    /// <inheritdoc />
    public override ValidationResult Validate() =>
        !MerchantId.IsWellFormed(Merchant)
            ? ValidationResult.Error("--merchant must be 1 to 15 letters and digits, 2C2P's merchant id.")
        : !Directory.Exists(Folder) ? ValidationResult.Error("--folder is a folder that is there.")
        : File.Exists(PrivateKey)
            ? ValidationResult.Error($"There is a key already: {PrivateKey}. Take another --folder; no key is written over.")
        : ValidationResult.Success();
}
