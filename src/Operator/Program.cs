using Operator.Doctor;
using Spectre.Console.Cli;

var app = new CommandApp();
app.Configure(commands =>
{
    commands.SetApplicationName("operator");
    commands
        .AddCommand<DoctorCommand>("doctor")
        .WithDescription("Finds out why 2C2P does not take what a merchant sends, and names the cause in one sentence.")
        .WithExample("doctor", "--merchant", "JT06", "--settings", "local.settings.json");
    commands
        .AddCommand<NewKeyCommand>("new-key")
        .WithDescription("Makes a merchant's key pair for the new generation, and says where to upload the public half.")
        .WithExample("new-key", "--merchant", "JT06", "--folder", ".");
});
return await app.RunAsync(args);
