using Operator;

return await OperatorProgram.RunAsync(args, Console.Out, Console.Error, Environment.GetEnvironmentVariable);
