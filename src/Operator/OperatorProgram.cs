using Microsoft.Extensions.DependencyInjection;
using Operator.Api;
using Operator.Copies;
using Operator.Doctor;
using Operator.Events;
using Operator.Keys;
using Operator.Operations;
using Operator.Reconciliations;
using Operator.Refunds;
using Operator.Screens;
using Spectre.Console;
using Spectre.Console.Cli;

namespace Operator;

/// <summary>The commands, and what they stand on.</summary>
internal static class OperatorProgram
{
    // Wide enough for a line of a table that nobody reads on a terminal.
    private const int PipedWidth = 240;

    /// <summary>Runs one command.</summary>
    public static async Task<int> RunAsync(
        string[] arguments,
        TextWriter output,
        TextWriter notes,
        Func<string, string?> environment,
        TimeProvider? time = null
    )
    {
        var screen = new Screen(
            ConsoleOf(output, isPiped: output != Console.Out || Console.IsOutputRedirected),
            ConsoleOf(notes, isPiped: notes != Console.Error || Console.IsErrorRedirected)
        );
        var services = new ServiceCollection();
        services
            .AddHttpClient(ApiClient.Name)
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false })
            .RemoveAllLoggers();
        services.AddSingleton(screen);
        services.AddSingleton(environment);
        services.AddSingleton(time ?? TimeProvider.System);
        services.AddSingleton<ApiConnections>();
        services.AddSingleton<CopyAccounts>();

        var app = new CommandApp(new ServiceRegistrar(services));
        var begun = new Begun();
        app.Configure(commands =>
        {
            Configure(commands, screen);
            commands.SetInterceptor(begun);
        });
        var exitCode = await app.RunAsync(arguments);
        // Half a command shows its help, with the code that says here that the gateway refused.
        return exitCode is ExitCodes.Done || begun.IsTrue ? exitCode : Math.Max(exitCode, ExitCodes.Usage);
    }

    private sealed class Begun : ICommandInterceptor
    {
        /// <summary>Whether there was a command to run.</summary>
        public bool IsTrue { get; private set; }

        public void Intercept(CommandContext context, CommandSettings settings) => IsTrue = true;
    }

    private static void Configure(IConfigurator commands, Screen screen)
    {
        commands.SetApplicationName("operator");
        // A misspelled option must not be left out in silence.
        commands.UseStrictParsing();
        commands.SetExceptionHandler(
            (exception, _) =>
            {
                screen.Complain(exception.Message);
                return exception is CommandAppException or SettingsFileException ? ExitCodes.Usage : ExitCodes.Unavailable;
            }
        );
        commands.AddBranch(
            "operations",
            operations =>
            {
                operations.SetDescription("Finds, shows and settles operations.");
                operations
                    .AddCommand<Operations.ListCommand>("list")
                    .WithDescription("Lists operations, the newest first; with --updated-since, the oldest change first.")
                    .WithExample("operations", "list", "--needs-review");
                operations
                    .AddCommand<ShowCommand>("show")
                    .WithDescription("Shows an operation with everything that happened to it.");
                operations
                    .AddCommand<ResolveCommand>("resolve")
                    .WithDescription("Says what became of an operation that needs review. 2C2P is asked first.");
                operations
                    .AddCommand<CancelCommand>("cancel")
                    .WithDescription("Gives up an accepted operation of which nothing was ever sent.");
            }
        );
        commands
            .AddCommand<RefundCommand>("refund")
            .WithDescription("Refunds, or with --dry-run says what a refund would meet.")
            .WithExample("refund", "--invoice", "INV-SETTLED-1", "--amount", "25.00", "--dry-run");
        commands
            .AddCommand<ReconcileCommand>("reconcile")
            .WithDescription("Holds the last eight days against 2C2P's own word, and shows what does not agree.")
            .WithExample("reconcile", "--csv", "report.csv");
        commands.AddCommand<EventsCommand>("events").WithDescription("Lists what happened, oldest first.");
        commands.AddBranch(
            "ledger",
            ledger =>
            {
                ledger.SetDescription("Copies the ledger, verifies copies, puts one back, and writes its index anew.");
                ledger
                    .AddCommand<ExportCommand>("export")
                    .WithDescription("Copies the ledger while it is in use. Run it again after it broke off: it goes on.");
                ledger
                    .AddCommand<VerifyCommand>("verify")
                    .WithDescription("Says whether a copy is what was written, and with --live how the ledger differs now.");
                ledger
                    .AddCommand<ImportCommand>("import")
                    .WithDescription(
                        "Puts a copy back into an account without rows, while no app runs. Read the runbook first (Restore the ledger)."
                    )
                    .WithExample("ledger", "import", "--copy", "20261129T020000Z", "--app-is-stopped");
                ledger
                    .AddCommand<IndexCommand>("index")
                    .WithDescription(
                        "Writes anew by what operations and events are found, from the ledger itself. Nothing is deleted; the app may run."
                    );
            }
        );
        commands.AddBranch(
            "keys",
            keys =>
            {
                keys.SetDescription("Makes, lists and ends the API keys of a merchant's callers.");
                keys.AddCommand<NewCommand>("new")
                    .WithDescription("Makes an API key and prints it, this once. Only its SHA-256 is stored.")
                    .WithExample("keys", "new", "--merchant", "JT01", "--id", "shop", "--scopes", "refunds:write,refunds:read");
                keys.AddCommand<Keys.ListCommand>("list").WithDescription("Lists the keys with what each may do, never a hash.");
                keys.AddCommand<ExpireCommand>("expire")
                    .WithDescription("Lets a key end, now or later.")
                    .WithExample("keys", "expire", "--merchant", "JT01", "--id", "shop", "--in", "24h");
                keys.AddCommand<RotateCommand>("rotate")
                    .WithDescription(
                        "Makes a key with the same rights, prints it, and lets the old one end after both have worked."
                    )
                    .WithExample("keys", "rotate", "--merchant", "JT01", "--id", "shop", "--overlap", "24h");
            }
        );
        commands
            .AddCommand<DoctorCommand>("doctor")
            .WithDescription("Finds out why 2C2P does not take what a merchant sends, and names the cause in one sentence.")
            .WithExample("doctor", "--merchant", "JT06", "--settings", "local.settings.json");
        commands
            .AddCommand<NewKeyCommand>("new-key")
            .WithDescription("Makes a merchant's key pair for the new generation, and says where to upload the public half.")
            .WithExample("new-key", "--merchant", "JT06", "--folder", ".");
    }

    private static IAnsiConsole ConsoleOf(TextWriter writer, bool isPiped)
    {
        var console = AnsiConsole.Create(
            new AnsiConsoleSettings
            {
                Out = new AnsiConsoleOutput(writer),
                Ansi = isPiped ? AnsiSupport.No : AnsiSupport.Detect,
                ColorSystem = isPiped ? ColorSystemSupport.NoColors : ColorSystemSupport.Detect,
            }
        );
        if (isPiped)
            console.Profile.Width = PipedWidth;
        return console;
    }
}
