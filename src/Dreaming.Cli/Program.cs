return await Dreaming.Cli.Hosting.CommandLine.RunAsync(args);
