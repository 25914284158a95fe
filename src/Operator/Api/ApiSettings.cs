using System.ComponentModel;
using Spectre.Console.Cli;

namespace Operator.Api;

/// <summary>Which deployment is asked, for which merchant. The API key comes from the environment only: a command line is kept in histories and seen in lists of processes.</summary>
internal class ApiSettings : CommandSettings
{
    [CommandOption("-u|--url <URL>")]
    [Description("Address of the deployment, up to and with /api. By default GATEWAY_URL, else the sandbox's.")]
    public string? Url { get; init; }

    [CommandOption("-m|--merchant <ID>")]
    [Description("2C2P's merchant id. By default GATEWAY_MERCHANT.")]
    public string? Merchant { get; init; }

    [CommandOption("--json")]
    [Description("Print the gateway's own JSON.")]
    public bool Json { get; init; }
}
