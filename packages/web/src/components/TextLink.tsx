import { Anchor } from "@mantine/core";
import { createLink } from "@tanstack/react-router";

/** A link in text to another page of the dashboard; its address is checked like that of a route. */
export const TextLink = createLink(Anchor<"a">);
