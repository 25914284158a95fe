using Spectre.Console;
using Spectre.Console.Cli;

namespace Operator.Doctor;

/// <summary>Makes a key pair, writes the private half to a file and prints the public half with where it belongs.</summary>
internal sealed class NewKeyCommand : Command<NewKeySettings>
{
    /// <inheritdoc />
    public override int Execute(CommandContext context, NewKeySettings settings, CancellationToken cancellationToken)
    {
        var pair = NewKeyPair.Make(settings.Merchant, TimeProvider.System);
        pair.WritePrivateKey(settings.PrivateKey);
        AnsiConsole.WriteLine(pair.Instructions(settings.PrivateKey));
        return 0;
    }
}
