using System.ComponentModel;
using Spectre.Console.Cli;

namespace Operator.Doctor;

/// <summary>Whom to examine, with which settings.</summary>
internal sealed class DoctorSettings : CommandSettings
{
    /// <summary>2C2P's merchant id.</summary>
    [CommandOption("-m|--merchant <ID>", isRequired: true)]
    [Description("2C2P's merchant id, as in the settings Merchants__{id}__…")]
    public string Merchant { get; init; } = "";

    /// <summary>A file in the form of local.settings.json; environment variables win over it.</summary>
    [CommandOption("-s|--settings <FILE>")]
    [Description("A file like local.settings.sample.json; environment variables win over it")]
    public string? File { get; init; }
}
