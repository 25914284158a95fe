using System.Globalization;

namespace Exploration;

/// <summary>What the command line says.</summary>
internal sealed record Options(int States, int Faults, int Threads, string Scenario)
{
    public const string Help =
        "dotnet run -c Release --project tests/Exploration -- [--states 20000000] [--faults 6] [--threads 2] [--scenario words]";

    public static Options? Of(string[] args)
    {
        var options = new Options(20_000_000, 6, Environment.ProcessorCount, "");
        for (var i = 0; i < args.Length; i += 2)
        {
            if (i + 1 == args.Length)
                return null;
            var value = args[i + 1];
            switch (args[i])
            {
                case "--scenario":
                    options = options with { Scenario = value };
                    break;
                case "--states" when Number(value) is { } states:
                    options = options with { States = states };
                    break;
                case "--faults" when Number(value) is { } faults:
                    options = options with { Faults = faults };
                    break;
                case "--threads" when Number(value) is { } threads:
                    options = options with { Threads = threads };
                    break;
                default:
                    return null;
            }
        }

        return options;
    }

    private static int? Number(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
