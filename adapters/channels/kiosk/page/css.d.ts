/** Styles are put beside the script by the bundler. */
declare module '*.css';
