using System.ComponentModel;
using Spectre.Console.Cli;

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
}
