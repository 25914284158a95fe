using System.ComponentModel;
using Spectre.Console.Cli;

namespace Operator.Keys;

/// <summary>Whose keys, in which vault.</summary>
internal class KeySettings : CommandSettings
{
    [CommandOption("-m|--merchant <ID>", isRequired: true)]
    [Description("2C2P's merchant id.")]
    public string Merchant { get; init; } = "";

    [CommandOption("-s|--settings <FILE>")]
    [Description("A file like local.settings.sample.json, for KeyVault__Uri; environment variables win over it.")]
    public string? File { get; init; }
}
