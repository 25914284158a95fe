using Spectre.Console;

namespace Sandbox.Tests.Demonstration;

/// <summary>A console without colours that keeps what was written.</summary>
internal sealed class PlainConsole : IDisposable
{
    public const int Width = 110;

    private readonly StringWriter _written = new();

    public PlainConsole()
    {
        Console = AnsiConsole.Create(
            new AnsiConsoleSettings
            {
                Ansi = AnsiSupport.No,
                ColorSystem = ColorSystemSupport.NoColors,
                Out = new AnsiConsoleOutput(_written),
            }
        );
        Console.Profile.Width = Width;
    }

    public IAnsiConsole Console { get; }

    public string Output => _written.ToString();

    public void Dispose() => _written.Dispose();
}
