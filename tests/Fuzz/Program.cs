using Fuzz.Running;
using Spectre.Console.Cli;

var app = new CommandApp();
app.Configure(commands =>
{
    commands.SetApplicationName("fuzz");
    commands
        .AddCommand<FuzzCommand>("bytes")
        .WithDescription(
            "Reads mutated callbacks, answers, queue messages and request bodies: nothing may escape, hang or grow."
        );
    commands
        .AddCommand<MeetCommand>("meet")
        .WithDescription(
            "Lets client and simulator exchange random messages: what one signs the other verifies, or both refuse."
        );
    commands
        .AddCommand<GrowCommand>("grow")
        .WithDescription("Reads long texts of one repeated piece: four times as long may cost four times as much, not sixteen.");
});
return await app.RunAsync(args);
